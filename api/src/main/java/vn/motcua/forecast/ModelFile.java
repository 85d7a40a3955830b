package vn.motcua.forecast;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A model as bytes: numbers of empty bins are not written, and all weights are those of its last day. */
final class ModelFile {
    /** Another shape of the file gets another number; a replica that does not know it keeps the model it has. */
    private static final int SHAPE = 1;

    private ModelFile() {}

    static byte[] write(Model model) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(SHAPE);
            out.writeDouble(model.recipe.memory());
            out.writeDouble(model.recipe.paceMemory());
            out.writeDouble(model.recipe.paceFade());
            out.writeInt(model.today);
            out.writeInt(model.groups.size());
            for (var entry : model.groups.entrySet()) {
                out.writeUTF(entry.getKey());
                write(out, entry.getValue(), model.weight());
            }
            out.writeInt(model.paces.size());
            for (var entry : model.paces.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeDouble(entry.getValue().observed / model.paceWeight());
                out.writeDouble(entry.getValue().expected / model.paceWeight());
            }
            write(out, model.recalibration, model.recalibrationWeight());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Group group, double weight) throws IOException {
        out.writeInt(group.reference);
        out.writeInt(group.n);
        out.writeInt(group.first);
        out.writeInt(group.last);
        out.writeDouble(group.observed / weight);
        out.writeDouble(group.expected / weight);
        write(out, group.ended, weight);
        write(out, group.atRisk, weight);
    }

    private static void write(DataOutputStream out, Recalibration recalibration, double weight) throws IOException {
        write(out, recalibration.all.ends, weight);
        write(out, recalibration.all.passed, weight);
        for (var stratum : recalibration.strata) {
            write(out, stratum.ends, weight);
            write(out, stratum.passed, weight);
        }
        for (double shift : recalibration.shift) {
            out.writeDouble(shift);
        }
    }

    private static void write(DataOutputStream out, float[] bins, double weight) throws IOException {
        int filled = 0;
        for (float bin : bins) {
            filled += bin > 0 ? 1 : 0;
        }
        out.writeByte(filled);
        for (int i = 0; i < bins.length; i++) {
            if (bins[i] > 0) {
                out.writeByte(i);
                out.writeFloat((float) (bins[i] / weight));
            }
        }
    }

    static Model read(byte[] bytes) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readInt() != SHAPE) {
                throw new IOException("a model of another shape");
            }
            var recipe = new Recipe(in.readDouble(), in.readDouble(), in.readDouble());
            int today = in.readInt();
            var groups = groups(in);
            var paces = new HashMap<String, Pace>();
            for (int left = in.readInt(); left > 0; left--) {
                var pace = new Pace();
                paces.put(in.readUTF(), pace);
                pace.observed = in.readDouble();
                pace.expected = in.readDouble();
            }
            return new Model(recipe, today, today, groups, paces, recalibration(in));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored model cannot be read", e);
        }
    }

    private static Map<String, Group> groups(DataInputStream in) throws IOException {
        var groups = new HashMap<String, Group>();
        for (int left = in.readInt(); left > 0; left--) {
            var key = in.readUTF();
            var group = new Group(in.readInt());
            group.n = in.readInt();
            group.first = in.readInt();
            group.last = in.readInt();
            group.observed = in.readDouble();
            group.expected = in.readDouble();
            read(in, group.ended);
            read(in, group.atRisk);
            groups.put(key, group);
        }
        return groups;
    }

    private static Recalibration recalibration(DataInputStream in) throws IOException {
        var recalibration = new Recalibration();
        read(in, recalibration.all.ends);
        read(in, recalibration.all.passed);
        for (var stratum : recalibration.strata) {
            read(in, stratum.ends);
            read(in, stratum.passed);
        }
        for (int i = 0; i < recalibration.shift.length; i++) {
            recalibration.shift[i] = in.readDouble();
        }
        return recalibration;
    }

    private static void read(DataInputStream in, float[] bins) throws IOException {
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            bins[in.readUnsignedByte()] = in.readFloat();
        }
    }
}
