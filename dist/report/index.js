require('../start.js').start('report');
