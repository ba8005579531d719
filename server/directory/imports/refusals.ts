import { defineRefusal } from '../../platform/index.ts';

export const FileMissing = defineRefusal(
  'imports.file-missing',
  422,
  { zh: '没有收到文件', en: 'No file arrived' },
  { zh: '请选择一个名册文件再上传。', en: 'Choose a roster file and send it again.' },
);

export const FileTooLarge = defineRefusal(
  'imports.file-too-large',
  413,
  { zh: '文件太大', en: 'The file is too large' },
  {
    zh: '网页上传不超过 64 MB;更大的名册请用命令行导入。',
    en: 'Up to 64 MB can be uploaded here; import larger rosters from the command line.',
  },
);

export const NotReady = defineRefusal(
  'imports.not-ready',
  409,
  { zh: '这份名册现在不能写入', en: 'This roster cannot be applied now' },
  {
    zh: '请等预览完成；文件有问题时，请改好后重新上传。',
    en: 'Wait for the preview; where the file is wrong, mend it and upload it again.',
  },
);
