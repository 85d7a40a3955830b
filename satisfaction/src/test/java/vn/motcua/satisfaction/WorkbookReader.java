package vn.motcua.satisfaction;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
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

    private static Map<String, Document> parts(byte[] workbook) throws Exception {
        var parts = new TreeMap<String, Document>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    parts.put(entry.getName(), parse(zip));
                }
            }
        }
        return parts;
    }

    private static Document parse(ZipInputStream zip) throws Exception {
        // The parser would close the stream, and with it the archive.
        var bytes = new ByteArrayInputStream(zip.readAllBytes());
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bytes);
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
