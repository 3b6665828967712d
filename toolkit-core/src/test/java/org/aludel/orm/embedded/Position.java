package org.aludel.orm.embedded;

import jakarta.persistence.Embeddable;

/** A record with primitives, which is made whole. */
@Embeddable
public record Position(double latitude, double longitude) {}
