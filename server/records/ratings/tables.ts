declare module '../../platform/database/tables.ts' {
  interface Tables {
    rating_salts: { activity_id: string; salt: Buffer; closes_at: Date };
    activity_ratings: RatingRow;
  }
}

export interface RatingRow {
  readonly activity_id: string;
  readonly author: Buffer;
  readonly stars: number;
  readonly helped: string;
  readonly improve: string;
  readonly is_shown: boolean;
}
