/**
 * Spring Boot 3.5 and 4: the schema is there before every bean that needs it. Here beans and properties become a {@link
 * dev.plinth.SchemaInitializer}; what that does is decided in the other modules, and only names are used that both versions have.
 */
@NullMarked
package dev.plinth.spring;

import org.jspecify.annotations.NullMarked;
