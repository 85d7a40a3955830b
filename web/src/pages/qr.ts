/** The QR of a receipt: `LINK#MC1:CODE:SECRET:CHECK`. Read by the browser's own detector where it has one. */
export interface ReceiptCode {
  code: string;
  proof: string;
}
export interface Scan {
  video: HTMLVideoElement;
  result: Promise<ReceiptCode | undefined>;
  stop: () => void;
}
interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector;
  }
}

export function canScan(): boolean {
  return window.BarcodeDetector !== undefined && navigator.mediaDevices?.getUserMedia !== undefined;
}

/** Code and secret when the text is a whole receipt: its check digits must fit. */
export function readReceipt(text: string): ReceiptCode | undefined {
  const match = text.match(/#(MC1:([^:#]{1,60}):([0-9A-Za-z]{16})):([0-9A-Fa-f]{4})$/);
  return match !== null && crc(match[1]) === match[4].toUpperCase() ? { code: match[2], proof: match[3] } : undefined;
}

/** CRC-16/CCITT-FALSE. */
function crc(text: string): string {
  let sum = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) {
      sum = (sum & 0x8000) !== 0 ? (sum << 1) ^ 0x1021 : sum << 1;
    }
    sum &= 0xffff;
  }
  return sum.toString(16).toUpperCase().padStart(4, '0');
}

/** Looks through the camera until a receipt is seen or somebody stops it. */
export function scan(): Scan {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  let stopped = false;
  const stop = (): void => void (stopped = true);
  return { video, stop, result: look() };

  async function look(): Promise<ReceiptCode | undefined> {
    const detector = new window.BarcodeDetector!({ formats: ['qr_code'] });
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    try {
      video.srcObject = stream;
      await video.play();
      while (!stopped) {
        for (const seen of await detector.detect(video)) {
          const read = readReceipt(seen.rawValue);
          if (read !== undefined) {
            return read;
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
      return undefined;
    } finally {
      stream.getTracks().forEach((track) => track.stop());
    }
  }
}
