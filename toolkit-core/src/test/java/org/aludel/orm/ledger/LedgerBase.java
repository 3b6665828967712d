package org.aludel.orm.ledger;

import org.aludel.orm.mapping.DeclarativeBase;

/** A hierarchy with a table for each class, and what refers to its classes. */
public abstract class LedgerBase extends DeclarativeBase {}
