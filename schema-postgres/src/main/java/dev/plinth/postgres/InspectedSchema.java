package dev.plinth.postgres;

import dev.plinth.model.Schema;
import java.util.List;

/**
 * A database as a schema.
 *
 * @param schema what is read of it. It is not checked: a schema that was inspected in part may refer to what
 *     was left out
 * @param unrepresented all else, sorted; nothing is left out in silence
 */
public record InspectedSchema(Schema schema, List<Unrepresented> unrepresented) {

    public InspectedSchema {
        unrepresented = List.copyOf(unrepresented);
    }

    /**
     * Something of the database that the schema does not say.
     *
     * @param object with its kind: {@code event trigger audit}, {@code table orders}
     * @param reason what of it is not said, and why
     */
    public record Unrepresented(String object, String reason) {

        /** One line for a person. */
        public String message() {
            return object + ": " + reason;
        }
    }
}
