package vn.motcua.organisation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.openapi.DossierCode;
import vn.motcua.openapi.StrictText;

/** Reads an upload line by line as it comes in; never holds more than one line. */
final class WatchReader {
    /** A line is a code and a secret; whatever is longer is neither. */
    private static final int LONGEST_LINE = 1_000;

    private static final int LONGEST_SECRET = 64;
    private static final int SHORTEST_SECRET = 4;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final ObjectMapper json;
    private final boolean lines;
    private int number;
    private boolean first = true;

    /**
     * A line with something on it.
     *
     * @param number from 1, blank lines and the heading counted
     * @param content empty when it cannot be read
     */
    record Line(int number, Optional<WatchLine> content) {}

    /** @param ndjson JSON lines, else CSV */
    WatchReader(InputStream in, ObjectMapper json, boolean ndjson) {
        this.in = new BufferedInputStream(in, 16 << 10);
        this.json = json;
        this.lines = ndjson;
    }

    /** The next line that is neither blank nor a heading; null behind the last one. */
    Line next() throws IOException {
        var bytes = new ByteArrayOutputStream(80);
        while (true) {
            bytes.reset();
            int length = readLine(bytes);
            if (length < 0) {
                return null;
            }
            number++;
            if (length > LONGEST_LINE) {
                first = false;
                return new Line(number, Optional.empty());
            }
            var text = text(bytes.toByteArray());
            if (text != null && text.isBlank()) {
                continue;
            }
            boolean heading = first && !lines && text != null && isHeading(text);
            first = false;
            if (!heading) {
                return new Line(number, text == null ? Optional.empty() : content(text));
            }
        }
    }

    /** Bytes of the line, -1 at the end of the body; what is too long is counted and thrown away. */
    private int readLine(ByteArrayOutputStream bytes) throws IOException {
        int length = 0;
        int next = in.read();
        if (next < 0) {
            return -1;
        }
        while (next >= 0 && next != '\n') {
            if (++length <= LONGEST_LINE) {
                bytes.write(next);
            }
            next = in.read();
        }
        return length;
    }

    /** Null when it is not text. */
    private String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (first && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                text = text.substring(1);
            }
            return StrictText.isBroken(text) ? null : text.strip();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    private Optional<WatchLine> content(String text) {
        return (lines ? ofJson(text) : ofCsv(text)).flatMap(WatchReader::checked);
    }

    private Optional<WatchLine> ofJson(String text) {
        try {
            return Optional.ofNullable(json.readValue(text, WatchLine.class));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<WatchLine> ofCsv(String text) {
        var cells = cells(text);
        return switch (cells.size()) {
            case 1 -> Optional.of(new WatchLine(cells.getFirst(), null));
            case 2 -> Optional.of(new WatchLine(cells.getFirst(), cells.get(1).isEmpty() ? null : cells.get(1)));
            default -> Optional.empty();
        };
    }

    private static boolean isHeading(String text) {
        return cells(text).getFirst().equalsIgnoreCase("code");
    }

    /** Comma, semicolon (a Vietnamese Excel writes it) or tab between cells; quotes around a cell, doubled inside. */
    private static List<String> cells(String text) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ';' || c == '\t')) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    private static Optional<WatchLine> checked(WatchLine line) {
        boolean soundSecret = line.secret() == null
                || (line.secret().length() >= SHORTEST_SECRET && line.secret().length() <= LONGEST_SECRET);
        return DossierCode.parse(line.code())
                .filter(code -> soundSecret)
                .map(code -> new WatchLine(code.value(), line.secret()));
    }
}
