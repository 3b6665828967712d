package org.aludel.orm.parts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** An element whose columns are never NULL, so that they are a key. */
@Embeddable
public record Phone(
    @Column(nullable = false, length = 10) String area, @Column(nullable = false) int number) {}
