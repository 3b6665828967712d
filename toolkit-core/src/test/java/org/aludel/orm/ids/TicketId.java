package org.aludel.orm.ids;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A number that is no other number. */
@Embeddable
public record TicketId(@Column(name = "id") long value) {}
