import { defineRefusal } from '../http/refusal.ts';

export const PictureUnreadable = defineRefusal(
  'pictures.unreadable',
  422,
  { zh: '这不是能读的照片', en: 'This is no picture that can be read' },
  {
    zh: '请上传 JPEG、PNG 或 WebP 照片；iPhone 的 HEIC 照片请先存为 JPEG。',
    en: 'Upload a JPEG, PNG or WebP picture; save HEIC pictures of an iPhone as JPEG first.',
  },
);

export const PictureTooLarge = defineRefusal(
  'pictures.too-large',
  413,
  { zh: '照片太大了', en: 'The picture is too large' },
  {
    zh: '请选 15 MB、6000 万像素以内的照片。',
    en: 'Choose one of at most 15 MB and 60 million pixels.',
  },
);

export const PdfTooLarge = defineRefusal(
  'pictures.pdf-too-large',
  413,
  { zh: 'PDF 太大了', en: 'The PDF is too large' },
  {
    zh: '请选 5 MB 以内的 PDF，或拍成照片。',
    en: 'Choose one of at most 5 MB, or take a picture of it.',
  },
);
