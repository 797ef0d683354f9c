package dev.plinth.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableNamesTest {

    @Test
    void thePrefixGoesBeforeTheNameAsItIs() {
        assertThat(TableNames.prefixed("", "Reports")).isEqualTo("Reports");
        assertThat(TableNames.prefixed("stack-", "Reports")).isEqualTo("stack-Reports");
        assertThat(TableNames.prefixed("p".repeat(248), "Reports")).hasSize(255);
    }

    @Test
    void aNameThatBecomesTooLongIsRefused() {
        assertThatThrownBy(() -> TableNames.prefixed("p".repeat(249), "Reports"))
                .hasMessage("table Reports: the name with the prefix \"" + "p".repeat(249)
                        + "\" has 256 characters, and DynamoDB allows 3 to 255. Choose another prefix.");
    }

    @Test
    void aPrefixWithAnotherCharacterIsRefused() {
        assertThatThrownBy(() -> TableNames.prefixed("my stack/", "Reports"))
                .hasMessage("table Reports: the name with the prefix \"my stack/\" has other characters than a-z, A-Z,"
                        + " 0-9, _, . and -. Choose another prefix.");
    }
}
