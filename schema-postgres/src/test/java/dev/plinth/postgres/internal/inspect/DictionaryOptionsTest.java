package dev.plinth.postgres.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DictionaryOptionsTest {

    @Test
    void eachIsReadAsItWasSaid() {
        assertThat(DictionaryOptions.of("language = 'english', maxlen = 6, ratio = 0.5, \"A \"\"b\" = 'it''s, = \"so\"'"
                + ", path = E'C:\\\\x''y', nothing = ''").options())
                .isEqualTo(Map.of(
                        "language", "english", "maxlen", "6", "ratio", "0.5", "A \"b", "it's, = \"so\"", "path",
                        "C:\\x'y", "nothing", ""));
        assertThat(DictionaryOptions.of(null)).isEqualTo(new DictionaryOptions(new TreeMap<>(), List.of()));
    }

    @Test
    void anythingElseIsNotGuessed() {
        for (String text : List.of("a = 'b' c", "a = 'b', c", "a", "a = 'b", "= 'b'")) {
            assertThat(DictionaryOptions.of(text)).isEqualTo(new DictionaryOptions(new TreeMap<>(), List.of(text)));
        }
    }
}
