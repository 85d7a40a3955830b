package vn.motcua.satisfaction;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts comments together for reading: whole batches, one after the other, until there are ten. Without a topic each batch is
 * ten by itself; with one, several are joined, and what does not become ten is not shown.
 */
final class CommentGroups {
    /** A group is closed by the batch that brings it to ten: it holds at most nine and a whole batch. */
    private static final int LARGEST = CommentBatches.MINIMUM - 1 + 2 * CommentBatches.MINIMUM - 1;

    private CommentGroups() {}

    /** A comment in its batch. */
    record Row(long batch, String agency, YearMonth month, Comment comment) {}

    record Group(String agency, YearMonth month, List<Comment> comments, long lastBatch) {
        Group {
            comments = List.copyOf(comments);
        }
    }

    /** So many rows surely hold so many groups and one more. */
    static int rows(int groups) {
        return (groups + 2) * LARGEST;
    }

    /** @param rows by batch; the last batch may be cut off when there are as many as were asked for */
    static List<Group> of(List<Row> rows, int most) {
        var groups = new ArrayList<Group>();
        var open = new ArrayList<Row>();
        for (int i = 0; i < rows.size() && groups.size() < most; i++) {
            open.add(rows.get(i));
            boolean batchEnds = i + 1 == rows.size()
                    || rows.get(i + 1).batch() != rows.get(i).batch();
            if (batchEnds && open.size() >= CommentBatches.MINIMUM) {
                groups.add(group(open));
                open.clear();
            }
        }
        return groups;
    }

    private static Group group(List<Row> rows) {
        return new Group(
                rows.stream().map(Row::agency).reduce(CommentGroups::common).orElseThrow(),
                rows.stream().map(Row::month).max(YearMonth::compareTo).orElseThrow(),
                rows.stream().map(Row::comment).toList(),
                rows.getLast().batch());
    }

    /** The lowest agency that both are, or lie below. */
    private static String common(String one, String other) {
        var ones = one.split("\\.");
        var others = other.split("\\.");
        var common = new StringBuilder();
        for (int i = 0; i < Math.min(ones.length, others.length) && ones[i].equals(others[i]); i++) {
            common.append(i == 0 ? "" : ".").append(ones[i]);
        }
        return common.toString();
    }
}
