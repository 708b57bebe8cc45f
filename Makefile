# Thin names for ./run, which tells more: ./run --help
.PHONY: serve stop test lint

serve:
	./run

stop test lint:
	./run $@
