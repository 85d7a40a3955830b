package vn.motcua.blackbox;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes screenshots small enough for the docs: a page has few colours, so 256 of them show it as sharply. */
final class Palette {
    private static final int COLOURS = 256;

    private Palette() {}

    static byte[] reduced(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var counts = new HashMap<Integer, Integer>();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        int[] palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        var nearest = new HashMap<Integer, Integer>();
        counts.keySet().forEach(colour -> nearest.put(colour, nearest(palette, colour)));
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var small = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        var indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = nearest.get(pixels[i] & 0xffffff).byteValue();
        }
        small.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), indices);
        var out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (palette[i] >> 16) - (colour >> 16);
            int green = (palette[i] >> 8 & 0xff) - (colour >> 8 & 0xff);
            int blue = (palette[i] & 0xff) - (colour & 0xff);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
