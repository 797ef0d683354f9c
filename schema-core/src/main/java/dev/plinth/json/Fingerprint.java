package dev.plinth.json;

import dev.plinth.model.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that changes when a schema does, for example to make a deployment step run again. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * SHA-256 of the compact JSON form, 64 hexadecimal digits. Descriptions count; a new version of Plinth that says
     * more about a schema may give another fingerprint.
     */
    public static String of(Schema schema) {
        byte[] json = SchemaJson.toCompactJson(schema).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(json));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
