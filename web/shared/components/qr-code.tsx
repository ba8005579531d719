import { useEffect, useState } from 'react';
import { Skeleton } from './loading.tsx';

interface QrCodeProps {
  readonly text: string;
  /** What it is for: 「我的签到码」. */
  readonly label: string;
  /** Edge in CSS pixels. */
  readonly size?: number;
  /** A long text, on a screen that nothing scratches: larger squares instead of spare ones. */
  readonly long?: boolean;
}

interface Drawn {
  readonly text: string;
  readonly path: string;
  readonly modules: number;
}

/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const QUIET_MODULES = 4;

/** A QR code as SVG, dark on white in every mode, because scanners want it so. */
export function QrCode({ text, label, size = 240, long = false }: QrCodeProps) {
  const [drawn, setDrawn] = useState<Drawn>();
  useEffect(() => {
    let wanted = true;
    void drawQrCode(text, long ? 'L' : 'M').then((next) => wanted && setDrawn(next));
    return () => {
      wanted = false;
    };
  }, [text, long]);
  if (!drawn) return <Skeleton lines={6} />;
  const edge = drawn.modules + 2 * QUIET_MODULES;
  return (
    <svg
      viewBox={`0 0 ${edge} ${edge}`}
      width={size}
      height={size}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      style={{ maxWidth: '100%', height: 'auto', borderRadius: 'var(--radius)' }}
    >
      <rect width={edge} height={edge} fill="#fff" />
      <path d={drawn.path} fill="#14201e" />
    </svg>
  );
}

/** Loaded when first needed: most screens have no code. */
async function drawQrCode(text: string, errorCorrectionLevel: 'L' | 'M'): Promise<Drawn> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) {
        path += `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h1v1h-1z`;
      }
    }
  }
  return { text, path, modules: modules.size };
}
