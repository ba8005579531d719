import type { Words } from '../../../platform/index.ts';
import type { Purpose } from '../states.ts';

/** What a family is asked. The child stands beside it, never in it: a notice travels further than the page. */
export function questionWords(purpose: Purpose, title: string): Words {
  if (purpose === 'album') {
    return {
      zh: `《${title}》有照片拍到了您的孩子。能不能放进活动相册，由您决定；您答复之前，别人看不到。`,
      en: `Your child is on a photo of “${title}”. Whether it goes into the album is yours to decide; until you answer nobody else sees it.`,
    };
  }
  return {
    zh: `主办方想把《${title}》里拍到您孩子的照片放到公开页面，谁都能看到。愿不愿意，由您决定。`,
    en: `The host would like to show a photo of “${title}” with your child in it to anyone. Whether they may is yours to decide.`,
  };
}

export const questionHeading: Words = {
  zh: '有照片想征求您的同意',
  en: 'A photo waits for your consent',
};
