package org.aludel.orm.converted;

import jakarta.persistence.Embeddable;

/** Two marks of a ware. */
@Embeddable
public record Packing(Boolean sealed, Boolean fragile) {}
