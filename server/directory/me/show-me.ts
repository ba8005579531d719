import { type District, NotFound, type ReadTransaction } from '../../platform/index.ts';
import { type HeldPost, heldCapabilities, readerOf, roles, type Who } from '../access/index.ts';
import { findAdult, findYoung, listOrganisations, listOwnChildren } from './store.ts';

/** The signed-in person's own page, as this session may use it. */
export async function showMe({ id, plan, database }: District, who: Who) {
  return database.read(readerOf(who), async (transaction) => {
    const find = who.kind === 'student' ? findYoung : findAdult;
    const own = await find(transaction, who.person);
    if (!own) throw NotFound();
    return {
      person: { id: who.person, name: own.name },
      kind: who.kind,
      language: own.language === 'zh' ? ('zh-CN' as const) : own.language,
      type_size: own.type_size,
      posts: await showPosts(transaction, who.posts),
      still_to_prove: who.stillToProve ?? null,
      children: who.kind === 'adult' ? await listOwnChildren(transaction, who.person) : [],
      capabilities: heldCapabilities(who),
      district: { id, name_zh: plan.districtName.zh, name_en: plan.districtName.en },
    };
  });
}

async function showPosts(transaction: ReadTransaction, posts: readonly HeldPost[]) {
  const places = await listOrganisations(
    transaction,
    posts.map((post) => post.organisation),
  );
  const byId = new Map(places.map((place) => [place.id, place]));
  return posts.flatMap(({ id, role, organisation }) => {
    const place = byId.get(organisation);
    return place ? [{ id, role, role_name: roles[role], organisation: place }] : [];
  });
}
