"""The screens, one folder each: ``view`` lays out, ``screen`` behaves."""
