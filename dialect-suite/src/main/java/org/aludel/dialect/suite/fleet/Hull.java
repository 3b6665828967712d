package org.aludel.dialect.suite.fleet;

import jakarta.persistence.Embeddable;
import java.time.LocalDateTime;

/** A value of several columns, made whole. */
@Embeddable
public record Hull(String timber, double beam, LocalDateTime laidDown) {}
