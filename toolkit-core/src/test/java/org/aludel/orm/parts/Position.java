package org.aludel.orm.parts;

import jakarta.persistence.Embeddable;

/** A value inside an element, which is nothing where both columns are. */
@Embeddable
public record Position(int x, int y) {}
