package org.aludel.orm.polymorphic;

import org.aludel.orm.mapping.DeclarativeBase;

/** A hierarchy of joined tables with a discriminator, and what refers to its classes. */
public abstract class StaffBase extends DeclarativeBase {}
