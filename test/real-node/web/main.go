// A small service whose faults are told by its environment. Paths: / says who it is, /health, /ready and /live are
// for probes. A fault by time counts from the start of the process.
//
//	PORT            8080; TLS_PORT also serves HTTPS with a certificate made on the spot
//	VERSION         what / answers
//	START_DELAY     30s: listens that much later
//	HEALTH, READY, LIVE  the status that path answers, 200 unless it says otherwise
//	LIVE_AFTER      10s: /live answers 500 from then on; HEALTH_AFTER, READY_AFTER likewise (503)
//	SLOW            2s: every answer takes that long
//	EXIT            1: ends with that code, after EXIT_AFTER (at once)
//	LOG             a line to say at the start (\n makes several); LOG_STREAM=stderr; LOG_EVERY=1s repeats it
//	PANIC           ends as an unhandled error does in Go, with a stack, after EXIT_AFTER
//	OOM             1: takes memory until it is killed
//	IGNORE_TERM     1: lives on until SIGKILL; TERM_DELAY=5s: ends that much after SIGTERM, serving meanwhile
//	NEEDS           names of variables that must be set, else it says so and ends with 78
//
//	CHECK           1: what the check of `npm run` ends with, 0 unless it says otherwise
//
// Called by another name it is one of the commands that checks and drills run in a container: `curl <url>` prints the
// answer and ends with 1 for any status but 2xx; `npm run <check>` says how the check went; `kill -<number> <pid>`,
// `true` and `false` are what they are everywhere.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

var started = time.Now()

func duration(name string) time.Duration {
	d, err := time.ParseDuration(os.Getenv(name))
	if err != nil {
		return 0
	}
	return d
}

func number(name string, otherwise int) int {
	n, err := strconv.Atoi(os.Getenv(name))
	if err != nil {
		return otherwise
	}
	return n
}

func say(line string) {
	out := os.Stdout
	if os.Getenv("LOG_STREAM") == "stderr" {
		out = os.Stderr
	}
	fmt.Fprintln(out, line)
}

func probe(name string, after int) http.HandlerFunc {
	status := number(name, 200)
	from := duration(name + "_AFTER")
	return func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(duration("SLOW"))
		answer := status
		if from > 0 && time.Since(started) > from {
			answer = after
		}
		w.WriteHeader(answer)
		fmt.Fprintf(w, "%s %d %s\n", strings.ToLower(name), answer, os.Getenv("VERSION"))
	}
}

func get(url string) {
	client := http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	response, err := client.Get(url)
	if err != nil {
		fatal(err)
	}
	body, _ := io.ReadAll(response.Body)
	fmt.Printf("%d %s", response.StatusCode, body)
	if response.StatusCode/100 != 2 {
		os.Exit(1)
	}
}

// command does what the program is when it is called by another name than its own.
func command(name string, args []string) {
	last := ""
	if len(args) > 0 {
		last = args[len(args)-1]
	}
	switch name {
	case "curl":
		get(last)
	case "npm":
		code := number("CHECK", 0)
		fmt.Printf("%s of %s: %d differences\n", last, os.Getenv("VERSION"), code)
		os.Exit(code)
	case "kill":
		signal, _ := strconv.Atoi(strings.TrimPrefix(args[0], "-"))
		pid, _ := strconv.Atoi(last)
		if err := syscall.Kill(pid, syscall.Signal(signal)); err != nil {
			fatal(err)
		}
	case "false":
		os.Exit(1)
	}
}

func main() {
	if name := filepath.Base(os.Args[0]); name != "web" {
		command(name, os.Args[1:])
		return
	}
	if line := os.Getenv("LOG"); line != "" {
		for _, each := range strings.Split(line, "\\n") {
			say(each)
		}
		if every := duration("LOG_EVERY"); every > 0 {
			go func() {
				for range time.Tick(every) {
					say(line)
				}
			}()
		}
	}
	for _, name := range strings.Fields(os.Getenv("NEEDS")) {
		if os.Getenv(name) == "" {
			say("FATAL: the variable " + name + " is not set")
			os.Exit(78)
		}
	}
	if _, set := os.LookupEnv("EXIT"); set {
		time.Sleep(duration("EXIT_AFTER"))
		os.Exit(number("EXIT", 1))
	}
	if os.Getenv("PANIC") != "" {
		time.Sleep(duration("EXIT_AFTER"))
		panic(os.Getenv("PANIC"))
	}
	if os.Getenv("OOM") != "" {
		var held [][]byte
		for {
			block := make([]byte, 8<<20)
			for i := 0; i < len(block); i += 4096 {
				block[i] = 1
			}
			held = append(held, block)
			time.Sleep(20 * time.Millisecond)
			_ = held
		}
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	go func() {
		for s := range signals {
			say("got " + s.String())
			if os.Getenv("IGNORE_TERM") == "" {
				time.Sleep(duration("TERM_DELAY"))
				os.Exit(0)
			}
		}
	}()
	time.Sleep(duration("START_DELAY"))
	mux := http.NewServeMux()
	mux.HandleFunc("/health", probe("HEALTH", 500))
	mux.HandleFunc("/ready", probe("READY", 503))
	mux.HandleFunc("/live", probe("LIVE", 500))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(duration("SLOW"))
		host, _ := os.Hostname()
		fmt.Fprintf(w, "%s %s\n", os.Getenv("VERSION"), host)
	})
	if port := os.Getenv("TLS_PORT"); port != "" {
		go func() { fatal(serveTLS(":"+port, mux)) }()
	}
	say(fmt.Sprintf("listening as %s", os.Getenv("VERSION")))
	fatal(http.ListenAndServe(fmt.Sprintf(":%d", number("PORT", 8080)), mux))
}

func serveTLS(address string, handler http.Handler) error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(24 * time.Hour), DNSNames: []string{"web"}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return err
	}
	config := &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	server := &http.Server{Addr: address, Handler: handler, TLSConfig: config}
	return server.ListenAndServeTLS("", "")
}

func fatal(err error) {
	say("FATAL: " + err.Error())
	os.Exit(1)
}
