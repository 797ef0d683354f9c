package dev.plinth.postgres.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DictionaryOptionsTest {

    @Test
    void eachIsReadAsItWasSaid() {
        assertThat(DictionaryOptions.of("language = 'english', maxlen = 6, ratio = 0.5, \"A \"\"b\" = 'it''s, = \"so\"'"
                + ", path = E'C:\\\\x''y', nothing = ''"))
                .isEqualTo(Map.of(
                        "language", "english", "maxlen", "6", "ratio", "0.5", "A \"b", "it's, = \"so\"", "path",
                        "C:\\x'y", "nothing", ""));
        assertThat(DictionaryOptions.of(null)).isEmpty();
    }

    @Test
    void anythingElseIsNotGuessed() {
        assertThatThrownBy(() -> DictionaryOptions.of("a = 'b' c")).hasMessage(
                "unexpected options of a text search dictionary: a = 'b' c");
    }
}
