/**
 * Plans and reports for people, as plain text. Nothing here decides anything; programs read {@code dev.plinth.json}.
 */
@NullMarked
package dev.plinth.text;

import org.jspecify.annotations.NullMarked;
