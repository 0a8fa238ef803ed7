def find_statements(p,a): return ()
