package org.aludel.orm.zoo;

import org.aludel.orm.mapping.DeclarativeBase;

/** A hierarchy in one table, and what refers to its classes. */
public abstract class ZooBase extends DeclarativeBase {}
