// Draws every icon size from its SVG. Run after changing one: node scripts/icons.mjs
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const sizes = {
  icon: [16, 20, 24, 32, 40, 48, 64, 80, 128],
  check: [16, 20, 24, 32, 40, 48, 64, 80],
  fill: [16, 20, 24, 32, 40, 48, 64, 80],
  template: [16, 20, 24, 32, 40, 48, 64, 80],
};
for (const [name, all] of Object.entries(sizes)) {
  const svg = readFileSync(`assets/${name}.svg`);
  for (const size of all)
    await sharp(svg, { density: 72 * Math.max(1, size / 16) })
      .resize(size, size)
      .png({ compressionLevel: 9 })
      .toFile(`assets/${name}-${size}.png`);
}
