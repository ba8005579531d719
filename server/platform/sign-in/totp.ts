import { generateSecret, generateURI, verifySync } from 'otplib';

/** A phone's clock may be half a minute off. */
const TOLERANCE_SECONDS = 30;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

export function newTotpSecret(): string {
  return generateSecret({ length: SECRET_BYTES });
}

const ISSUER = 'Gongyu 共育';

/** What the authenticator reads from a QR code; it shows the label. */
export function totpUri(secret: string, label: string): string {
  return generateURI({ issuer: ISSUER, label, secret });
}

/** The time step that the code belongs to, if it is right and later than the last one taken. */
export function stepOfTotp(
  secret: string,
  code: string,
  { at, lastStep }: { at: Date; lastStep: number },
): number | undefined {
  const outcome = verifySync({
    secret,
    token: code,
    epoch: Math.floor(at.getTime() / 1000),
    epochTolerance: TOLERANCE_SECONDS,
    ...(lastStep > 0 && { afterTimeStep: lastStep }),
  });
  return outcome.valid && 'timeStep' in outcome ? outcome.timeStep : undefined;
}
