package org.aludel.orm.engines;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row that is read and never written, of the engine of the ledgers. */
@Entity
public record Currency(@Id String code, int digits) implements Books {}
