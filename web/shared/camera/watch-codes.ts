interface Listener {
  readonly onText: (text: string) => void;
  readonly onNoCamera: () => void;
}

/** Between two looks at the picture: quick for the eye, light for an old phone. */
const LOOK_EVERY_MILLISECONDS = 200;
/** Edge of the picture that is read; a code held before a phone needs no more. */
const EDGE = 480;

/** Reads QR codes from the camera behind the phone until the function it gives back is called. */
export function watchCodes(video: HTMLVideoElement, { onText, onNoCamera }: Listener): () => void {
  let stream: MediaStream | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let open = true;
  const stop = () => {
    open = false;
    clearInterval(timer);
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const start = async () => {
    const [{ default: readQr }, camera] = await Promise.all([import('jsqr'), openCamera()]);
    stream = camera;
    if (!open) return stop();
    video.srcObject = camera;
    await video.play();
    const canvas = document.createElement('canvas');
    const paper = canvas.getContext('2d', { willReadFrequently: true });
    timer = setInterval(() => {
      const picture = paper && squareOf(video, canvas, paper);
      const text = picture && readQr(picture.data, picture.width, picture.height)?.data;
      if (text) onText(text);
    }, LOOK_EVERY_MILLISECONDS);
  };
  start().catch(() => {
    if (open) onNoCamera();
    stop();
  });
  return stop;
}

function openCamera(): Promise<MediaStream> {
  // Missing on plain http and in some apps' own browsers.
  if (!navigator.mediaDevices) return Promise.reject(new Error('This browser gives no camera.'));
  return navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
    audio: false,
  });
}

/** The middle square of the picture, as it is shown. */
function squareOf(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  paper: CanvasRenderingContext2D,
): ImageData | undefined {
  const edge = Math.min(video.videoWidth, video.videoHeight);
  if (edge === 0) return undefined;
  canvas.width = EDGE;
  canvas.height = EDGE;
  const left = (video.videoWidth - edge) / 2;
  const top = (video.videoHeight - edge) / 2;
  paper.drawImage(video, left, top, edge, edge, 0, 0, EDGE, EDGE);
  return paper.getImageData(0, 0, EDGE, EDGE);
}
