package org.aludel.orm.embedded;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes with embedded attributes. */
public abstract class EmbeddedBase extends DeclarativeBase {}
