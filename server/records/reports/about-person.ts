import { sql } from 'kysely';
import { defineHolding, type Holding } from '../../platform/index.ts';

const consents = defineHolding({
  name: 'picture-consents',
  title: { zh: '孩子照片的同意与撤回', en: 'Consent for pictures of your children' },
  why: {
    zh: '证明照片能不能用，因此保留；您随时可以撤回。',
    en: 'Proof of what may be shown, so it stays; you can withdraw at any time.',
  },
  tables: ['picture_consents'],
  columns: {
    purpose: { zh: '用途', en: 'Purpose' },
    is_given: { zh: '是否同意', en: 'Given' },
    decided_at: { zh: '时间', en: 'When' },
  },
  async list({ transaction, person }) {
    const { rows } = await sql<{ purpose: string; is_given: boolean; decided_at: Date }>`
      select purpose, is_given, decided_at from picture_consents
       where carer_id = ${person} order by decided_at`.execute(transaction);
    return rows;
  },
});

const photos = defineHolding({
  name: 'photos-of-children',
  title: { zh: '有您孩子的活动照片', en: 'Photos with your children' },
  why: {
    zh: '老师上传并标出是谁；没有您的同意不会展示。',
    en: 'Uploaded by a teacher who says whom they show; shown only with your consent.',
  },
  tables: ['photo_children'],
  columns: {
    caption: { zh: '说明', en: 'Caption' },
    state: { zh: '状态', en: 'State' },
    uploaded_at: { zh: '上传时间', en: 'Uploaded' },
  },
  async list({ transaction, children }) {
    const { rows } = await sql<{ caption: string; state: string; uploaded_at: Date }>`
      select distinct caption, state, uploaded_at, activity_photos.id
        from photo_children join activity_photos on activity_photos.id = photo_id
       where student_id = any(${children}::uuid[]) order by uploaded_at`.execute(transaction);
    return rows.map(({ caption, state, uploaded_at }) => ({ caption, state, uploaded_at }));
  },
});

export const reportsHoldings: readonly Holding[] = [consents, photos];
