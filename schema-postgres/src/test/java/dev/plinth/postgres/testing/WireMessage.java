package dev.plinth.postgres.testing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A message of the protocol after the startup: a type and a body. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WireMessage(char type, byte[] body) {

    static WireMessage read(DataInputStream in) throws IOException {
        char type = (char) in.readUnsignedByte();
        return new WireMessage(type, in.readNBytes(in.readInt() - 4));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
    }

    /** Query or Sync: what the client waits for an answer to. */
    boolean endsRequest() {
        return type == 'Q' || type == 'S';
    }

    /** Of the server: it waits for the next request. */
    boolean isReadyForQuery() {
        return type == 'Z';
    }

    /** The strings that the body begins with, each ended by a zero byte. */
    List<String> strings(int count) {
        List<String> strings = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < body.length && strings.size() < count; end++) {
            if (body[end] == 0) {
                strings.add(new String(body, start, end - start, StandardCharsets.UTF_8));
                start = end + 1;
            }
        }
        return strings;
    }
}
