package dev.plinth.docs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The entities of docs/migrating.md. */
final class HibernateEntities {

    private HibernateEntities() {}

    @Entity(name = "Account")
    @Table(name = "accounts")
    static class Account {

        @Id
        UUID id;

        @Column(nullable = false, length = 320, unique = true)
        String email;
    }

    enum Status {
        OPEN,
        PAID
    }

    @Entity(name = "Invoice")
    @Table(name = "invoices")
    static class Invoice {

        @Id
        UUID id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "account_id")
        Account account;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        Status status;

        @Column(name = "issued_at")
        Instant issuedAt;
    }
}
