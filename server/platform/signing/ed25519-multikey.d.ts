// The library ships no types; these are the parts of it that this project uses.
declare module '@digitalbazaar/ed25519-multikey' {
  export interface Signer {
    id: string;
    algorithm: 'Ed25519';
    sign(input: { data: Uint8Array }): Promise<Uint8Array>;
  }
  export interface KeyPair {
    id?: string;
    controller?: string;
    publicKeyMultibase: string;
    publicKey: Uint8Array;
    secretKey?: Uint8Array;
    signer(): Signer;
  }
  export function generate(options: {
    id?: string;
    controller?: string;
    seed?: Uint8Array;
  }): Promise<KeyPair>;
  export function from(key: {
    type?: 'Multikey';
    id?: string;
    controller?: string;
    publicKeyMultibase: string;
  }): Promise<KeyPair>;
}
