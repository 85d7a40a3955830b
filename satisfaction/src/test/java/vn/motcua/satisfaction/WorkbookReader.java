package vn.motcua.satisfaction;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads a workbook as what it is: zipped XML. */
final class WorkbookReader {
    record Cell(String text, boolean number) {}

    private WorkbookReader() {}

    /** The sheets in order, each with its cells by address. */
    static List<Map<String, Cell>> read(byte[] workbook) throws Exception {
        var parts = parts(workbook);
        var shared = new ArrayList<String>();
        if (parts.containsKey("xl/sharedStrings.xml")) {
            elements(parts.get("xl/sharedStrings.xml"), "si").forEach(si -> shared.add(si.getTextContent()));
        }
        var sheets = new ArrayList<Map<String, Cell>>();
        for (var part : parts.entrySet()) {
            if (part.getKey().startsWith("xl/worksheets/sheet")) {
                sheets.add(cells(part.getValue(), shared));
            }
        }
        return sheets;
    }

    /** By the archive's directory, as Excel reads it; the entries' own headers name no sizes. */
    private static Map<String, Document> parts(byte[] workbook) throws Exception {
        var parts = new TreeMap<String, Document>();
        var file = Files.createTempFile("scores", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry :
                        zip.stream().filter(e -> e.getName().endsWith(".xml")).toList()) {
                    try (var in = zip.getInputStream(entry)) {
                        parts.put(
                                entry.getName(),
                                DocumentBuilderFactory.newInstance()
                                        .newDocumentBuilder()
                                        .parse(in));
                    }
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return parts;
    }

    private static Map<String, Cell> cells(Document sheet, List<String> shared) {
        var cells = new HashMap<String, Cell>();
        for (var cell : elements(sheet, "c")) {
            var type = cell.getAttribute("t");
            var text = cell.getTextContent();
            var value = "s".equals(type) ? shared.get(Integer.parseInt(text)) : text;
            boolean number = type.isEmpty() || "n".equals(type);
            cells.put(cell.getAttribute("r"), new Cell(value, number));
        }
        return cells;
    }

    private static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
