package org.aludel.orm.composed;

import org.aludel.orm.mapping.DeclarativeBase;

/** The catalogue of classes with composed annotations. */
public abstract class ComposedBase extends DeclarativeBase {}
