/**
 * What the pages ask before openapi.json lists it. Once the generated types have an operation, TypeScript
 * refuses it here as a duplicate: delete it then, and this file with the last one.
 */
declare module './api-types.gen.ts' {
  interface Operations {
    'POST /api/v1/sign-in/codes': {
      params: undefined;
      query: undefined;
      body: { phone: string };
      answer: undefined;
    };
    'POST /api/v1/sign-in/sessions': {
      params: undefined;
      query: undefined;
      body:
        | { phone: string; code: string; person_id?: string }
        | { account: string; password: string; totp?: string };
      answer: SignInAnswer;
    };
    'DELETE /api/v1/sign-in/session': {
      params: undefined;
      query: undefined;
      body: undefined;
      answer: undefined;
    };
    'GET /api/v1/me': { params: undefined; query: undefined; body: undefined; answer: Me };
    'GET /api/v1/demo/personas': {
      params: undefined;
      query: undefined;
      body: undefined;
      answer: { readonly personas: readonly Persona[] };
    };
    'POST /api/v1/demo/sign-in': {
      params: undefined;
      query: undefined;
      body: { persona: string };
      answer: unknown;
    };
  }
}

/** Signed in, or a choice: one phone may be registered for several carers. */
export interface SignInAnswer {
  readonly people?: readonly { readonly id: string; readonly name: string }[];
}

export interface Me {
  readonly person: { readonly id: string; readonly name: string };
  readonly language: string;
  readonly posts: readonly Post[];
  readonly children: readonly Child[];
  readonly capabilities: readonly string[];
  readonly district: { readonly name_zh: string; readonly name_en: string };
}

export interface Post {
  readonly id: string;
  readonly role: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: string };
}

export interface Child {
  readonly id: string;
  readonly name: string;
  readonly class_name: string;
  readonly school_name: string;
}

export interface Persona {
  readonly persona: string;
  readonly name: string;
  readonly title_zh: string;
  readonly title_en: string;
  readonly home: string;
}
