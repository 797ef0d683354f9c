package dev.plinth.postgres.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL texts that a client sends, with those of statements parsed before and only bound again. */
final class FrontendStatements {

    private final Map<String, String> parsed = new HashMap<>();
    private String justParsed = "";

    /** The text that this message brings to execution, if it does. */
    Optional<String> of(WireMessage message) {
        return switch (message.type()) {
            case 'Q' -> Optional.of(message.strings(1).getFirst());
            case 'P' -> Optional.of(parse(message.strings(2)));
            case 'B' -> bind(message.strings(2).getLast());
            default -> Optional.empty();
        };
    }

    private String parse(List<String> nameAndText) {
        justParsed = nameAndText.getFirst();
        parsed.put(nameAndText.getFirst(), nameAndText.getLast());
        return nameAndText.getLast();
    }

    /** The first Bind after a Parse is the execution that the Parse was for. */
    private Optional<String> bind(String name) {
        boolean first = name.equals(justParsed);
        justParsed = "\0";
        return first ? Optional.empty() : Optional.ofNullable(parsed.get(name));
    }
}
