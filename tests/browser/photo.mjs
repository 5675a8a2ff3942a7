// Photos as phones take them, made when they are needed.

export const place = 'GPS 21.0285N 105.8542E';

// What a phone sends: a JPEG that the browser draws, with EXIF as cameras write it (held on its side).
// With `grain` it is as large as a real one.
export async function photoFromPhone(page, { grain = false } = {}) {
  const base64 = await page.evaluate((is_grained) => {
    const canvas = document.createElement('canvas');
    canvas.width = 2000;
    canvas.height = 1200;
    const pen = canvas.getContext('2d');
    const sky = pen.createLinearGradient(0, 0, 2000, 1200);
    sky.addColorStop(0, '#9fd0f5');
    sky.addColorStop(1, '#c05030');
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 2000, 1200);
    for (let at = 0; at < 12; ++at) {
      pen.fillStyle = `hsl(${at * 30} 60% 40%)`;
      pen.beginPath();
      pen.arc(120 + at * 160, 700 + (at % 3) * 90, 70, 0, 7);
      pen.fill();
    }
    if (is_grained) {
      const picture = pen.getImageData(0, 0, 2000, 1200);
      picture.data.forEach((value, at) => {
        if (at % 4 < 3) picture.data[at] = value ^ (Math.random() * 64);
      });
      pen.putImageData(picture, 0, 0);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  }, grain);
  const jpeg = Buffer.from(base64, 'base64');
  const entry = (tag, type, value) =>
    Buffer.from([tag >> 8, tag & 255, 0, type, 0, 0, 0, 1, ...value]);
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x02', 'latin1'),
    entry(0x0112, 3, [0, 6, 0, 0]),
    entry(0x8825, 4, [0, 0, 0, 0x26]),
    Buffer.from([0, 0, 0, 0]),
    Buffer.from(place, 'latin1'),
  ]);
  const length = exif.length + 2;
  const head = Buffer.from([0xff, 0xe1, length >> 8, length & 255]);
  return {
    name: 'IMG_0001.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]),
  };
}
