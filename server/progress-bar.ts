import { Presets, SingleBar } from 'cli-progress';

export interface ProgressBar {
  /** 0 to 1 */
  show(share: number): void;
  end(): void;
}

/** A bar on a terminal; in a log, one line at the beginning and one at the end. */
export function progressBar(title: string): ProgressBar {
  if (!process.stderr.isTTY) {
    process.stderr.write(`${title} …\n`);
    return { show: () => {}, end: () => process.stderr.write(`${title} ✓\n`) };
  }
  const bar = new SingleBar({ format: `${title} [{bar}] {percentage}%` }, Presets.shades_classic);
  bar.start(1000, 0);
  return {
    show: (share) => bar.update(Math.round(share * 1000)),
    end() {
      bar.update(1000);
      bar.stop();
    },
  };
}
