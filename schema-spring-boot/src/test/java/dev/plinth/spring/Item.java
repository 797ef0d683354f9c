package dev.plinth.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The entity of {@link Shop#ITEM}. */
@Entity
class Item {

    @Id
    Long id = 0L;

    String name = "";
}
