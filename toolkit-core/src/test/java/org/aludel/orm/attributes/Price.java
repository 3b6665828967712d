package org.aludel.orm.attributes;

import jakarta.persistence.Embeddable;

/** A value in two columns. */
@Embeddable
public record Price(int amount, String currency) {}
